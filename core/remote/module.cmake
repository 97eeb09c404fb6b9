yingda_module(core/remote
  SOURCES
    certificate_probe.cpp
    door_bell.cpp
    floor_admin.cpp
    floor_people.cpp
    gateway.cpp
    kind_rights.cpp
    ledger_walk.cpp
    psql_gateway.cpp
    server_link.cpp
  LINK yingda_core_domain yingda_core_base Qt6::Core Qt6::Network Qt6::Sql PkgConfig::PQ)
qt_add_resources(yingda_core_remote remote_schema
  PREFIX /remote/schema
  BASE ${CMAKE_SOURCE_DIR}/core/remote/schema
  FILES
    ${CMAKE_SOURCE_DIR}/core/remote/schema/0001_floor.sql
    ${CMAKE_SOURCE_DIR}/core/remote/schema/0002_rights.sql
    ${CMAKE_SOURCE_DIR}/core/remote/schema/0003_merge.sql
    ${CMAKE_SOURCE_DIR}/core/remote/schema/0004_doors.sql
    ${CMAKE_SOURCE_DIR}/core/remote/schema/0005_blobs.sql
    ${CMAKE_SOURCE_DIR}/core/remote/schema/0006_reports.sql
    ${CMAKE_SOURCE_DIR}/core/remote/schema/0007_bell.sql)
