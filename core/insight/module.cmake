# SPDX-License-Identifier: GPL-3.0-or-later
# Figures about the work: the dictionary, how each is computed, and the floor as it stands now.
yingda_module(core/insight
  SOURCES
    floor_alerts.cpp
    floor_snapshot.cpp
    kpi_computer.cpp
    kpi_dictionary.cpp
    kpi_population.cpp
    promise_count.cpp
  LINK yingda_core_store yingda_core_domain yingda_core_text yingda_core_base Qt6::Core)
