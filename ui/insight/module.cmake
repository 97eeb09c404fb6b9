# SPDX-License-Identifier: GPL-3.0-or-later
# Figures about the work, and about the copilot's own errors.
yingda_module(ui/insight
  SOURCES
    learning_chart.cpp
    learning_figures.cpp
    learning_page.cpp
  LINK yingda_ui_parts yingda_ui_kit yingda_core_service yingda_core_domain yingda_core_text
       yingda_core_base Qt6::Widgets)
