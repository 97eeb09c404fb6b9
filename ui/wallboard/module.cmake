# SPDX-License-Identifier: GPL-3.0-or-later
# The supervisor's seat: the floor in the window, and the wall for everybody.
yingda_module(ui/wallboard
  SOURCES
    agent_grid.cpp
    arrivals_chart.cpp
    figure_list.cpp
    figure_table.cpp
    figure_words.cpp
    floor_acting.cpp
    floor_bars.cpp
    floor_list_card.cpp
    floor_page.cpp
    floor_rows.cpp
    floor_text.cpp
    floor_tile.cpp
    floor_tiles.cpp
    stage_table.cpp
    tv_board.cpp
    tv_paint.cpp
  LINK yingda_ui_desk yingda_ui_parts yingda_ui_kit yingda_core_service yingda_core_insight
       yingda_core_domain yingda_core_text yingda_core_base Qt6::Charts Qt6::Widgets)
