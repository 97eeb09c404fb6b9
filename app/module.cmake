if(NOT YINGDA_CORE_ONLY)
  yingda_module(app
    SOURCES alert_desk.cpp call_link.cpp chime.cpp tv_station.cpp workstation.cpp
    LINK yingda_ui_shell yingda_ui_knowledge yingda_ui_wallboard yingda_ui_insight yingda_ui_training yingda_ui_sync yingda_ui_workbench yingda_ui_desk yingda_ui_parts yingda_ui_kit
         yingda_core_service yingda_core_insight yingda_core_domain yingda_core_base Qt6::Widgets Qt6::DBus)
  add_executable(yingda ${CMAKE_SOURCE_DIR}/app/main.cpp)
  target_link_libraries(yingda PRIVATE yingda_app)
endif()
yingda_module(app/admin
  SOURCES bell_verb.cpp care_verbs.cpp demo_verb.cpp drill_text.cpp drill_verb.cpp duplicates_verb.cpp event_verb.cpp floor_user_verb.cpp floor_verbs.cpp household_verbs.cpp kpi_verb.cpp pure_verbs.cpp refusal.cpp script_verb.cpp session.cpp sync_verbs.cpp ticket_json.cpp
          ticket_verbs.cpp
          triage_verb.cpp
          wording_verbs.cpp
  LINK yingda_core_service yingda_core_insight yingda_core_remote yingda_core_training yingda_core_assist yingda_core_domain yingda_core_text yingda_core_base Qt6::Core)
add_executable(yingda-admin ${CMAKE_SOURCE_DIR}/app/admin/main.cpp)
target_link_libraries(yingda-admin PRIVATE yingda_app_admin)
# The programs, the doorbell as a service that systemd keeps running, workstation and wall as entries
# of a desktop's menu and autostart.
include(GNUInstallDirs)
install(TARGETS yingda-admin)
if(TARGET yingda)
  install(TARGETS yingda)
endif()
configure_file(${CMAKE_SOURCE_DIR}/resources/service/yingda-bell.service.in
  ${CMAKE_CURRENT_BINARY_DIR}/yingda-bell.service @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/yingda-bell.service DESTINATION lib/systemd/system)
if(TARGET yingda)
  foreach(entry yingda yingda-tv)
    configure_file(${CMAKE_SOURCE_DIR}/resources/service/${entry}.desktop.in
      ${CMAKE_CURRENT_BINARY_DIR}/${entry}.desktop @ONLY)
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${entry}.desktop
      DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  endforeach()
endif()
