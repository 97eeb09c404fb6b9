# SPDX-License-Identifier: GPL-3.0-or-later
# The window around the pages, and the ways into it.
yingda_module(ui/shell
  SOURCES
    command_palette.cpp
    doubles_page.cpp
    doubles_rows.cpp
    event_page.cpp
    event_rows.cpp
    first_run_page.cpp
    handover_page.cpp
    handover_rows.cpp
    first_run_parts.cpp
    join_page.cpp
    join_result.cpp
    key_help.cpp
    main_window.cpp
    offline_bar.cpp
    palette_line.cpp
    palette_rows.cpp
    palette_view.cpp
    search_button.cpp
    sign_in_page.cpp
    sign_in_rows.cpp
    status_strip.cpp
    store_state.cpp
    sync_chip.cpp
    sync_state.cpp
    top_bar.cpp
    window_doubles.cpp
    window_events.cpp
    window_handover.cpp
  LINK yingda_ui_kit yingda_ui_parts yingda_core_service yingda_core_domain yingda_core_text
       yingda_core_base Qt6::Widgets)
