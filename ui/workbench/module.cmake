yingda_module(ui/workbench
  SOURCES
    call_line.cpp
    clock_section.cpp
    draft_answers.cpp
    draft_pacer.cpp
    draft_quick.cpp
    draft_view.cpp
    draft_words.cpp
    household_finder.cpp
    open_ticket.cpp
    ticket_attachments.cpp
    workbench_acts.cpp
    workbench_calls.cpp
    workbench_care.cpp
    workbench_duty.cpp
    workbench_floor.cpp
    workbench_keys.cpp
    workbench_page.cpp
    workbench_quick.cpp
  LINK yingda_ui_desk yingda_ui_parts yingda_ui_kit yingda_core_service yingda_core_assist yingda_core_domain
       yingda_core_text yingda_core_base Qt6::Widgets)
