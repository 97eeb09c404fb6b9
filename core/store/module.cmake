yingda_module(core/store
  SOURCES
    article_queries.cpp
    blob_folder.cpp
    cache.cpp
    cache_schema.cpp
    claim_queries.cpp
    database.cpp
    draft_table.cpp
    drill_queries.cpp
    event_queries.cpp
    field_sql.cpp
    floor_queries.cpp
    household_projection.cpp
    household_queries.cpp
    insight_queries.cpp
    journal.cpp
    journal_chain.cpp
    journal_create.cpp
    journal_read.cpp
    journal_salvage.cpp
    migrator.cpp
    new_operations.cpp
    projector.cpp
    promise_queries.cpp
    rebuild.cpp
    shadow.cpp
    sqlite_error.cpp
    ticket_queries.cpp
    tie_queries.cpp
    zh_tokenizer.cpp
  LINK yingda_core_domain yingda_core_text yingda_core_base Qt6::Core Qt6::Sql
       PkgConfig::SQLITE PkgConfig::SODIUM)
qt_add_resources(yingda_core_store store_journal
  PREFIX /store/journal
  BASE ${CMAKE_SOURCE_DIR}/core/store/schema/journal
  FILES
    ${CMAKE_SOURCE_DIR}/core/store/schema/journal/0001_operation.sql
    ${CMAKE_SOURCE_DIR}/core/store/schema/journal/0002_draft.sql)
