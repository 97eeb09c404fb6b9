yingda_module(core/domain
  SOURCES
    words.cpp
    ticket_number.cpp
  LINK yingda_core_base yingda_core_text Qt6::Core)
