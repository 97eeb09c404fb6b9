yingda_module(ui/kit
  SOURCES actions.cpp badge.cpp card.cpp choice_list.cpp choice_model.cpp clean_text.cpp
          composition.cpp form_field.cpp glyph.cpp key_hint.cpp key_table.cpp line_box.cpp
          message_bar.cpp page.cpp paint.cpp pin_edit.cpp quiet_list.cpp rich_label.cpp row_diff.cpp
          segmented.cpp style.cpp style_controls.cpp tab_strip.cpp text_box.cpp text_wave.cpp theme.cpp
          ticker.cpp toast.cpp tone_inks.cpp
  LINK Qt6::Widgets yingda_core_base)
qt_add_resources(yingda_ui_kit kit PREFIX /kit BASE ${CMAKE_SOURCE_DIR}/resources
  FILES ${CMAKE_SOURCE_DIR}/resources/keys.json
        ${CMAKE_SOURCE_DIR}/resources/icons/yingda.svg)
