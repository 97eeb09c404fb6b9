# SPDX-License-Identifier: GPL-3.0-or-later
# The inbox of the shared floor: values that lost, and operations that were not carried out.
yingda_module(ui/sync
  SOURCES
    conflict_detail.cpp
    conflict_page.cpp
    inbox_delegate.cpp
    inbox_list.cpp
    inbox_model.cpp
    refusal_detail.cpp
    value_table.cpp
  LINK yingda_ui_parts yingda_ui_kit yingda_core_service yingda_core_domain yingda_core_text
       yingda_core_base Qt6::Widgets)
