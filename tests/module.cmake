# What needs more than one layer: child processes, the gate's own tests, the real window, the tour.
include(${CMAKE_CURRENT_SOURCE_DIR}/store/children.cmake OPTIONAL)
if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/gate/CMakeLists.txt)
  add_subdirectory(gate)
endif()
yingda_tests(remote LINK yingda_core_remote yingda_core_store)
add_library(yingda_test_sim STATIC EXCLUDE_FROM_ALL
  ${CMAKE_CURRENT_SOURCE_DIR}/runner/sim/faulty_gateway.cpp
  ${CMAKE_CURRENT_SOURCE_DIR}/runner/sim/model_server.cpp
  ${CMAKE_CURRENT_SOURCE_DIR}/runner/sim/sim_seat.cpp
  ${CMAKE_CURRENT_SOURCE_DIR}/runner/sim/world.cpp)
target_link_libraries(yingda_test_sim PUBLIC yingda_core_sync)
yingda_tests(sim LINK yingda_test_sim)
if(TARGET sim_tests)
  target_sources(sim_tests PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/store/crash_vfs.cpp)
endif()
# The same once more, made wrong on purpose: nothing but this program is built with it.
get_target_property(store_sources yingda_core_store SOURCES)
get_target_property(sync_sources yingda_core_sync SOURCES)
get_target_property(sim_sources yingda_test_sim SOURCES)
add_library(yingda_test_planted STATIC EXCLUDE_FROM_ALL
  ${store_sources} ${sync_sources} ${sim_sources})
target_compile_definitions(yingda_test_planted PUBLIC YINGDA_PLANT)
target_link_libraries(yingda_test_planted PUBLIC yingda_core_remote yingda_core_domain
  yingda_core_text yingda_core_base Qt6::Core Qt6::Sql PkgConfig::SQLITE PkgConfig::SODIUM)
qt_add_resources(yingda_test_planted planted_journal
  PREFIX /store/journal
  BASE ${CMAKE_SOURCE_DIR}/core/store/schema/journal
  FILES
    ${CMAKE_SOURCE_DIR}/core/store/schema/journal/0001_operation.sql
    ${CMAKE_SOURCE_DIR}/core/store/schema/journal/0002_draft.sql)
yingda_tests(planted LINK yingda_test_planted)
yingda_tests(insight LINK yingda_core_service)
# Whole workstations on a floor of their own.
yingda_tests(floor LINK yingda_core_service yingda_core_remote)
if(TARGET floor_tests AND TARGET yingda-admin)
  target_compile_definitions(floor_tests PRIVATE YINGDA_ADMIN="$<TARGET_FILE:yingda-admin>")
  add_dependencies(floor_tests yingda-admin)
endif()
if(TARGET yingda_app)
  yingda_tests(ui GUI LINK yingda_app)
  yingda_tests(app GUI LINK yingda_app yingda_core_remote yingda_core_store)
endif()
# The workstation that a test of the window starts and kills while somebody types.
if(TARGET app_tests)
  add_executable(app_typing_child ${CMAKE_CURRENT_SOURCE_DIR}/app/children/typing_child_main.cpp)
  target_link_libraries(app_typing_child PRIVATE yingda_app Qt6::Test)
  # The wall as IT starts it: the program itself, and the entry that starts it with the desktop.
  target_compile_definitions(app_tests PRIVATE YINGDA_PROGRAM="$<TARGET_FILE:yingda>")
  add_dependencies(app_tests app_typing_child yingda yingda-admin)
endif()
# Figures are compared with those that the headless companion tells.
if(TARGET app_tests AND TARGET yingda-admin)
  set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/app/figures_agree_test.cpp
    TARGET_DIRECTORY app_tests
    PROPERTIES COMPILE_DEFINITIONS YINGDA_ADMIN="$<TARGET_FILE:yingda-admin>")
  add_dependencies(app_tests yingda-admin)
endif()
if(TARGET yingda_app)
  add_executable(yingda_tour ${CMAKE_CURRENT_SOURCE_DIR}/tour/main.cpp)
  target_link_libraries(yingda_tour PRIVATE yingda_app Qt6::Test)
  add_dependencies(app_tests yingda_tour)
endif()
# The headless companion as other programs see it: the program itself, its exit codes, its JSON.
if(TARGET yingda-admin)
  yingda_tests(admin LINK yingda_core_remote yingda_core_base)
  target_compile_definitions(admin_tests PRIVATE YINGDA_ADMIN="$<TARGET_FILE:yingda-admin>")
  add_dependencies(admin_tests yingda-admin)
  add_subdirectory(chaos)
endif()
foreach(bench save milestones desk copilot drill floor radar)
  add_executable(bench_${bench} EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/bench/bench_${bench}.cpp)
  target_link_libraries(bench_${bench} PRIVATE yingda_core_service)
endforeach()
add_executable(bench_quality EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/bench/bench_quality.cpp)
target_link_libraries(bench_quality PRIVATE yingda_core_assist)
target_compile_definitions(bench_quality PRIVATE YINGDA_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_executable(bench_failover EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/bench/bench_failover.cpp)
target_link_libraries(bench_failover PRIVATE yingda_core_service yingda_core_remote)
target_compile_definitions(bench_failover PRIVATE YINGDA_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_executable(bench_sim EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/bench/bench_sim.cpp)
target_link_libraries(bench_sim PRIVATE yingda_test_sim)
add_executable(bench_sync EXCLUDE_FROM_ALL
  ${CMAKE_CURRENT_SOURCE_DIR}/bench/bench_sync.cpp
  ${CMAKE_CURRENT_SOURCE_DIR}/bench/sync/apply_rate.cpp
  ${CMAKE_CURRENT_SOURCE_DIR}/bench/sync/bench_floor.cpp
  ${CMAKE_CURRENT_SOURCE_DIR}/bench/sync/first_copy.cpp
  ${CMAKE_CURRENT_SOURCE_DIR}/bench/sync/first_sight.cpp
  ${CMAKE_CURRENT_SOURCE_DIR}/bench/sync/many_seats.cpp)
target_link_libraries(bench_sync PRIVATE yingda_core_service yingda_core_remote)
if(TARGET yingda_app)
  add_executable(bench_window EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/bench/bench_window.cpp)
  target_link_libraries(bench_window PRIVATE yingda_app Qt6::Test)
  add_executable(bench_wall EXCLUDE_FROM_ALL
    ${CMAKE_CURRENT_SOURCE_DIR}/bench/bench_wall.cpp
    ${CMAKE_CURRENT_SOURCE_DIR}/bench/sync/bench_floor.cpp)
  target_link_libraries(bench_wall PRIVATE yingda_app yingda_core_remote)
endif()
# Keys, focus and activation once more on a real X server, where Qt uses another key scheme. One at
# a time: a display has one focus, and without a window manager the newest window takes it.
if(TARGET kit_tests)
  add_test(NAME "the kit's keys on X" COMMAND kit_tests)
  set_tests_properties("the kit's keys on X" PROPERTIES LABELS xcb RESOURCE_LOCK display)
endif()
if(TARGET app_tests)
  add_test(NAME "an agent's call on X" COMMAND app_tests "a complete repair ticket*")
  set_tests_properties("an agent's call on X" PROPERTIES LABELS xcb RESOURCE_LOCK display)
  add_test(NAME "the wall on two screens" COMMAND app_tests "[screens]")
  set_tests_properties("the wall on two screens" PROPERTIES LABELS app ENVIRONMENT
    "QT_QPA_PLATFORM=offscreen:configfile=${CMAKE_CURRENT_SOURCE_DIR}/app/two_screens.json")
endif()
# Drills on the shipped organisation, whose clocks only core/service joins with its policies.
yingda_tests(training LINK yingda_core_training yingda_core_service)
