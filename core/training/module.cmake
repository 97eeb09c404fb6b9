# SPDX-License-Identifier: GPL-3.0-or-later
# Role-play drills, pure: knows no store and no screen. Its card and its scenarios are built in.
yingda_module(core/training
  SOURCES
    drill.cpp
    drill_answers.cpp
    drill_bot.cpp
    drill_record.cpp
    drill_score.cpp
    drill_words.cpp
    scenario.cpp
    scenario_check.cpp
    scenario_condition.cpp
    scenario_problem.cpp
    scenario_reader.cpp
    score_card.cpp
    score_evidence.cpp
    shipped_scenarios.cpp
    turn_reading.cpp
    voice_text.cpp
  LINK yingda_core_assist yingda_core_domain yingda_core_text yingda_core_base Qt6::Core)
file(GLOB scenario_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/starter/scenarios/*.txt)
qt_add_resources(yingda_core_training training
  PREFIX /training BASE ${CMAKE_SOURCE_DIR}/resources/starter
  FILES ${CMAKE_SOURCE_DIR}/resources/starter/score_card.json ${scenario_files})
