# SPDX-License-Identifier: GPL-3.0-or-later
# The copilot, pure: knows no store and no screen. Its rules and lexicons are built in under :/assist.
yingda_module(core/assist
  SOURCES
    emotion.cpp
    emotion_features.cpp
    lint_rewrite.cpp
    lint_rules.cpp
    report_likeness.cpp
    said_facts.cpp
    said_sentences.cpp
    word_trie.cpp
    word_vector.cpp
    wording_lint.cpp
    wording_pattern.cpp
  LINK yingda_core_domain yingda_core_text yingda_core_base Qt6::Core)
qt_add_resources(yingda_core_assist assist_wording
  PREFIX /assist BASE ${CMAKE_SOURCE_DIR}/resources/starter
  FILES
    ${CMAKE_SOURCE_DIR}/resources/starter/emotion.json
    ${CMAKE_SOURCE_DIR}/resources/starter/lint_rules.json)
