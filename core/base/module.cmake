yingda_module(core/base
  SOURCES clock.cpp error.cpp ids.cpp invariant.cpp local_time.cpp log.cpp paths.cpp random.cpp
          single_instance.cpp task_thread.cpp wake_up.cpp whole_file.cpp
  LINK Qt6::Core Qt6::Network)
