// SPDX-License-Identifier: GPL-3.0-or-later
// One table for badges and bars, so that a tone looks the same wherever it stands.
#include "ui/kit/tone_inks.h"

namespace yingda::ui {

ToneInks inksOf(Tone tone) {
  switch (tone) {
    case Tone::Neutral:
    case Tone::Dashed:
      return {Token::Sunken, Token::Text2};
    case Tone::Accent:
      return {Token::AccentWeak, Token::Accent};
    case Tone::Red:
      return {Token::RedWeak, Token::Red};
    case Tone::Orange:
      return {Token::OrangeWeak, Token::Orange};
    case Tone::Yellow:
      return {Token::YellowWeak, Token::YellowText};
    case Tone::Green:
      return {Token::GreenWeak, Token::Green};
  }
  return {Token::Sunken, Token::Text2};
}

}  // namespace yingda::ui
