# SPDX-License-Identifier: GPL-3.0-or-later
# Small widgets and sentences with the words of the trade.
yingda_module(ui/parts
  SOURCES
    activity_text.cpp
    agent_state.cpp
    attachment_text.cpp
    clock_text.cpp
    error_text.cpp
    knowledge_text.cpp
    level_chip.cpp
    masked_text.cpp
    sync_text.cpp
    tie_text.cpp
    words_text.cpp
  LINK yingda_ui_kit yingda_core_domain yingda_core_text yingda_core_base Qt6::Widgets)
