# SPDX-License-Identifier: GPL-3.0-or-later
# The practice room, the debrief and the trainer's desk.
yingda_module(ui/training
  SOURCES
    customer_voice.cpp
    debrief_of.cpp
    debrief_parts.cpp
    debrief_view.cpp
    drill_form.cpp
    drill_room.cpp
    drill_sound.cpp
    drill_timeline.cpp
    level_meter.cpp
    mood_panel.cpp
    offer_list.cpp
    practice_page.cpp
    row_list.cpp
    scenario_chooser.cpp
    sound_wave.cpp
    talk_view.cpp
    trainer_page.cpp
    training_text.cpp
  LINK yingda_ui_desk yingda_ui_parts yingda_ui_kit yingda_core_service yingda_core_training yingda_core_assist
       yingda_core_domain yingda_core_text yingda_core_base Qt6::Widgets)
# The ports have one of two bodies; their header is listed for moc.
target_sources(yingda_ui_training PRIVATE ${CMAKE_SOURCE_DIR}/ui/training/sound_ports.h)
# Without Qt Multimedia everything is there but the sound.
if(TARGET Qt6::Multimedia)
  target_sources(yingda_ui_training PRIVATE ${CMAKE_SOURCE_DIR}/ui/training/sound_ports_qt.cpp)
  target_link_libraries(yingda_ui_training PUBLIC Qt6::Multimedia)
else()
  target_sources(yingda_ui_training PRIVATE ${CMAKE_SOURCE_DIR}/ui/training/sound_ports_none.cpp)
endif()
