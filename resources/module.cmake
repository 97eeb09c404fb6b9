# The starter organisation rides inside core/service, which is its only reader.
file(GLOB_RECURSE starter_files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/resources/starter
  ${CMAKE_SOURCE_DIR}/resources/starter/*.json ${CMAKE_SOURCE_DIR}/resources/starter/articles/*.md)
# The copilot's words ride inside core/assist, the card of drills inside core/training.
list(FILTER starter_files EXCLUDE REGEX "^(emotion|lint_rules|score_card)\\.json$")
list(TRANSFORM starter_files PREPEND ${CMAKE_SOURCE_DIR}/resources/starter/)
qt_add_resources(yingda_core_service starter
  PREFIX /starter BASE ${CMAKE_SOURCE_DIR}/resources/starter FILES ${starter_files})
qt_add_resources(yingda_core_service demo
  PREFIX /demo BASE ${CMAKE_SOURCE_DIR}/resources/demo FILES ${CMAKE_SOURCE_DIR}/resources/demo/demo.json)
# The English texts ride inside ui/parts, where the words of the trade are.
if(TARGET yingda_ui_parts)
  set(english_texts ${CMAKE_SOURCE_DIR}/resources/i18n/yingda_en.ts)
  set(english_binary ${CMAKE_CURRENT_BINARY_DIR}/yingda_en.qm)
  add_custom_command(OUTPUT ${english_binary}
    COMMAND Qt6::lrelease -silent ${english_texts} -qm ${english_binary}
    DEPENDS ${english_texts} VERBATIM)
  qt_add_resources(yingda_ui_parts i18n
    PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${english_binary})
endif()
