# SPDX-License-Identifier: GPL-3.0-or-later
# The copilot, pure: knows no store and no screen. The words of its rules are built in.
yingda_module(core/assist
  SOURCES
    batch_fit.cpp
    calibration.cpp
    calming.cpp
    emergency_rules.cpp
    emotion.cpp
    emotion_features.cpp
    emotion_fit.cpp
    fact_check.cpp
    fact_quantity.cpp
    group_radar.cpp
    kind_words.cpp
    leaf_rules.cpp
    learner_bytes.cpp
    lint_rewrite.cpp
    lint_rules.cpp
    reply_templates.cpp
    report_likeness.cpp
    report_stream.cpp
    said_facts.cpp
    said_sentences.cpp
    similar_cases.cpp
    softmax_learner.cpp
    text_features.cpp
    triage.cpp
    triage_memory.cpp
    usual_rate.cpp
    word_scanner.cpp
    word_trie.cpp
    word_rarity.cpp
    word_vector.cpp
    wording_lint.cpp
    wording_pattern.cpp
  LINK yingda_core_domain yingda_core_text yingda_core_base Qt6::Core)
qt_add_resources(yingda_core_assist assist_wording
  PREFIX /assist BASE ${CMAKE_SOURCE_DIR}/resources/starter
  FILES
    ${CMAKE_SOURCE_DIR}/resources/starter/calming.json
    ${CMAKE_SOURCE_DIR}/resources/starter/emotion.json
    ${CMAKE_SOURCE_DIR}/resources/starter/lint_rules.json
    ${CMAKE_SOURCE_DIR}/resources/starter/reply_templates.json)
qt_add_resources(yingda_core_assist triage_rules
  PREFIX /triage BASE ${CMAKE_SOURCE_DIR}/resources/starter/triage
  FILES ${CMAKE_SOURCE_DIR}/resources/starter/triage/emergency.tsv
        ${CMAKE_SOURCE_DIR}/resources/starter/triage/phrases.tsv)
