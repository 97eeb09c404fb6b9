# SPDX-License-Identifier: GPL-3.0-or-later
# The copilot, pure; the words of its rules are built in under :/triage.
yingda_module(core/assist
  SOURCES
    batch_fit.cpp
    calibration.cpp
    emergency_rules.cpp
    leaf_rules.cpp
    learner_bytes.cpp
    softmax_learner.cpp
    text_features.cpp
    triage.cpp
    triage_memory.cpp
    word_scanner.cpp
  LINK yingda_core_domain yingda_core_text yingda_core_base Qt6::Core)
qt_add_resources(yingda_core_assist triage_rules
  PREFIX /triage BASE ${CMAKE_SOURCE_DIR}/resources/starter/triage
  FILES ${CMAKE_SOURCE_DIR}/resources/starter/triage/emergency.tsv
        ${CMAKE_SOURCE_DIR}/resources/starter/triage/phrases.tsv)
