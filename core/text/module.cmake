# SPDX-License-Identifier: GPL-3.0-or-later
# Chinese text as data; its word lists are built in under :/text.
yingda_module(core/text
  SOURCES address.cpp chinese_number.cpp dialect.cpp fold.cpp folded_scalars.cpp house_part.cpp
          house_series.cpp lexicon.cpp phone.cpp phone_scan.cpp pinyin.cpp place_part.cpp
          posting_table.cpp query_plan.cpp ranked_search.cpp search_filters.cpp spoken.cpp
          spoken_time.cpp
          term_index.cpp tokens.cpp word_list.cpp
  LINK yingda_core_base Qt6::Core PkgConfig::ICU)
qt_add_resources(yingda_core_text text_words
  PREFIX /text BASE ${CMAKE_SOURCE_DIR}/resources/starter/text
  FILES ${CMAKE_SOURCE_DIR}/resources/starter/text/dialect.tsv
        ${CMAKE_SOURCE_DIR}/resources/starter/text/polyphones.tsv
        ${CMAKE_SOURCE_DIR}/resources/starter/text/surnames.tsv
        ${CMAKE_SOURCE_DIR}/resources/starter/text/terms.tsv)
