// SPDX-License-Identifier: GPL-3.0-or-later
// How Catch2 prints our values, so that a failure reads "3栋" and not "{?}".
#pragma once

#include <QString>
#include <catch2/catch.hpp>

#include "core/base/local_time.h"
#include "core/base/result.h"

namespace Catch {

template <>
struct StringMaker<QString> {
  static std::string convert(const QString& text) { return '"' + text.toStdString() + '"'; }
};

template <>
struct StringMaker<yingda::Instant> {
  static std::string convert(const yingda::Instant& at) { return yingda::toIso(at).toStdString(); }
};

template <class T>
struct StringMaker<yingda::Result<T>> {
  static std::string convert(const yingda::Result<T>& result) {
    if (result) return "value";
    return std::string(yingda::errorCodeName(result.error().code)) + ": " +
           result.error().detail.toStdString();
  }
};

}  // namespace Catch
