# SPDX-License-Identifier: GPL-3.0-or-later
# The copilot: pure, knows no store and no screen.
yingda_module(core/assist
  SOURCES
    report_likeness.cpp
    word_vector.cpp
  LINK yingda_core_domain yingda_core_text yingda_core_base Qt6::Core)
