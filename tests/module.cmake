# What needs more than one layer: child processes, the gate's own tests, the real window, the tour.
include(${CMAKE_CURRENT_SOURCE_DIR}/store/children.cmake OPTIONAL)
if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/gate/CMakeLists.txt)
  add_subdirectory(gate)
endif()
if(TARGET yingda_app)
  yingda_tests(ui GUI LINK yingda_app)
  yingda_tests(app GUI LINK yingda_app)
endif()
