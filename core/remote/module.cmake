yingda_module(core/remote
  SOURCES
    floor_admin.cpp
    gateway.cpp
    psql_gateway.cpp
    server_link.cpp
  LINK yingda_core_domain yingda_core_base Qt6::Core Qt6::Sql)
qt_add_resources(yingda_core_remote remote_schema
  PREFIX /remote/schema
  BASE ${CMAKE_SOURCE_DIR}/core/remote/schema
  FILES
    ${CMAKE_SOURCE_DIR}/core/remote/schema/0001_floor.sql
    ${CMAKE_SOURCE_DIR}/core/remote/schema/0002_doors.sql)
