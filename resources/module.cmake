# The starter organisation rides inside core/service, which is its only reader.
file(GLOB_RECURSE starter_files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/resources/starter
  ${CMAKE_SOURCE_DIR}/resources/starter/*.json ${CMAKE_SOURCE_DIR}/resources/starter/articles/*.md)
list(TRANSFORM starter_files PREPEND ${CMAKE_SOURCE_DIR}/resources/starter/)
qt_add_resources(yingda_core_service starter
  PREFIX /starter BASE ${CMAKE_SOURCE_DIR}/resources/starter FILES ${starter_files})
qt_add_resources(yingda_core_service demo
  PREFIX /demo BASE ${CMAKE_SOURCE_DIR}/resources/demo FILES ${CMAKE_SOURCE_DIR}/resources/demo/demo.json)
