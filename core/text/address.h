// SPDX-License-Identifier: GPL-3.0-or-later
// House addresses as callers say and lists write them, and the one spelling that is a household's
// key.
#pragma once

#include <QString>
#include <QStringList>

namespace yingda {

/// A place in a community. Letters are upper case, numbers plain digits without leading zeros:
/// building "3", unit "2", room "1502".
struct Address {
  enum class Place { Home, ParkingSpace, Shop, CommonPart, Unknown };

  /// What stands before the first structural part: 云杉府二期.
  QString community;
  QString building;
  QString unit;
  QString room;
  /// 0 when not known; below ground is negative. Follows from a room of 3 or 4 digits.
  int floor = 0;
  /// 左手, 右手, 中户, 东户, 西户, 南户 or 北户.
  QString side;
  Place place = Place::Unknown;
  /// The common part (电梯厅), parking space (B1-127) or shop number (8). Also a common part named
  /// beside a room.
  QString spot;
  /// What follows and was not understood.
  QString rest;
  friend bool operator==(const Address&, const Address&) = default;
};

/// Reads the first address in the text. Text without one comes back in `rest`.
/// Limits: reads the first 500 characters; the tail of a longer text is part of `rest`.
Address parseAddress(QStringView text);

/// 3栋2单元1502, 16栋B座1502, 3栋2单元15楼左手, 车位B1-127, 商铺8, 3栋大堂: the same for every
/// written form, without community and rest; empty when nothing was understood. Parsing it again
/// gives the same address.
QString canonicalAddress(const Address& address);

/// Terms of the search index for an address (folded): 3栋, 2单元, 3栋2单元, 1502.
QStringList addressTokens(const Address& address);

}  // namespace yingda
