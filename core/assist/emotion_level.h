// SPDX-License-Identifier: GPL-3.0-or-later
// The four levels of feeling and their words.
#pragma once

#include <QString>
#include <array>
#include <optional>

namespace yingda {

enum class EmotionLevel { Calm, Displeased, Angry, Threatening };
inline constexpr std::array allEmotionLevels{EmotionLevel::Calm, EmotionLevel::Displeased,
                                             EmotionLevel::Angry, EmotionLevel::Threatening};
inline constexpr int emotionLevelCount = 4;
QString emotionLevelWord(EmotionLevel level);  ///< 平静 不满 愤怒 威胁升级
std::optional<EmotionLevel> emotionLevelFromText(QStringView text);

}  // namespace yingda
