# SPDX-License-Identifier: GPL-3.0-or-later
# Reading, writing and approving what agents say.
yingda_module(ui/knowledge
  SOURCES
    answer_rows.cpp
    bulletin_bar.cpp
    diff_view.cpp
    fact_editor.cpp
    knowledge_page.cpp
    knowledge_rows.cpp
    piece_bar.cpp
    piece_editor.cpp
    piece_groups.cpp
    piece_reader.cpp
    piece_side.cpp
    script_editor.cpp
    script_graph_view.cpp
  LINK yingda_ui_desk yingda_ui_parts yingda_ui_kit yingda_core_service yingda_core_assist
       yingda_core_domain yingda_core_text yingda_core_base Qt6::Widgets)
