# SPDX-License-Identifier: GPL-3.0-or-later
# The agent's desk as widgets, composed by the workbench and by training.
yingda_module(ui/desk
  SOURCES
    knowledge_article.cpp
    knowledge_list.cpp
    knowledge_pane.cpp
    script_choice.cpp
    script_chooser.cpp
    script_pane.cpp
    script_parts.cpp
    script_phrases.cpp
    script_run.cpp
    side_household.cpp
    side_pane.cpp
    side_rows.cpp
    milestone_chain.cpp
    milestone_paint.cpp
    milestone_strip.cpp
    queue_delegate.cpp
    queue_drafts.cpp
    queue_empty.cpp
    queue_model.cpp
    queue_panel.cpp
    queue_view.cpp
    timeline_list.cpp
    timeline_model.cpp
    timeline_view.cpp
    why_model.cpp
    why_rows.cpp
    why_table.cpp
    why_view.cpp
  LINK yingda_ui_parts yingda_ui_kit yingda_core_service yingda_core_domain yingda_core_text
       yingda_core_base Qt6::Widgets)
