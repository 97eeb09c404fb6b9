yingda_module(core/sync
  SOURCES
    blob_lane.cpp
    fork.cpp
    local_store.cpp
    sync_engine.cpp
  LINK yingda_core_store yingda_core_remote yingda_core_domain yingda_core_text yingda_core_base
       Qt6::Core)
