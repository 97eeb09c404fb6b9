# SPDX-License-Identifier: GPL-3.0-or-later
# The process that the crash tests of the store start and kill.
if(TARGET yingda_core_store)
  add_executable(store_crash_child ${CMAKE_SOURCE_DIR}/tests/store/children/crash_child_main.cpp)
  target_link_libraries(store_crash_child PRIVATE yingda_core_store)
  if(TARGET store_tests)
    add_dependencies(store_tests store_crash_child)
  endif()
endif()
