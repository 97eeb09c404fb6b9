# SPDX-License-Identifier: GPL-3.0-or-later
# Chinese text as data; its word lists are built in under :/text.
yingda_module(core/text
  SOURCES address.cpp chinese_number.cpp fold.cpp folded_scalars.cpp house_part.cpp phone.cpp
          phone_scan.cpp place_part.cpp tokens.cpp
  LINK yingda_core_base Qt6::Core PkgConfig::ICU)
