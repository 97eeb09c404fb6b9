yingda_module(core/service
  SOURCES
    backend.cpp
    demo.cpp
    demo_people.cpp
    demo_tickets.cpp
    demo_words.cpp
    draft_rules.cpp
    household_service.cpp
    people_service.cpp
    search_service.cpp
    starter_files.cpp
    ticket_rules.cpp
    ticket_service.cpp
    view_builder.cpp
    workplace.cpp
  LINK yingda_core_store yingda_core_domain yingda_core_text yingda_core_base Qt6::Core
       PkgConfig::SODIUM)
