// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: a value or an Error, with the member names of std::expected so that we can switch
// later.
#pragma once

#include <utility>
#include <variant>

#include "core/base/error.h"
#include "core/base/invariant.h"

namespace yingda {

/// Either a T or an Error. Reading the wrong side is a broken invariant.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;
  Result() : m_state(std::in_place_index<1>, Error{}) {}
  Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return m_state.index() == 0; }
  explicit operator bool() const { return has_value(); }
  T& value() & { return checked(*this); }
  const T& value() const& { return checked(*this); }
  T&& value() && { return std::move(checked(*this)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Error& error() const {
    YINGDA_INVARIANT(!has_value(), "error() of a Result that holds a value");
    return std::get<1>(m_state);
  }

 private:
  template <class Self>
  static auto& checked(Self& self) {
    YINGDA_INVARIANT(self.has_value(), "value() of a Result that holds an error");
    return std::get<0>(self.m_state);
  }
  std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  using value_type = void;
  Result() = default;
  Result(Error error) : m_error(std::move(error)), m_failed(true) {}
  bool has_value() const { return !m_failed; }
  explicit operator bool() const { return has_value(); }
  const Error& error() const {
    YINGDA_INVARIANT(m_failed, "error() of a Result that succeeded");
    return m_error;
  }

 private:
  Error m_error;
  bool m_failed = false;
};

}  // namespace yingda
