yingda_module(core/domain
  SOURCES
    words.cpp
    ticket_draft.cpp
    ticket.cpp
    starter_reader.cpp
    starter.cpp
    household.cpp
    field_value.cpp
    field_table.cpp
    change_set.cpp
    agent.cpp
    ticket_number.cpp
  LINK yingda_core_base yingda_core_text Qt6::Core)
