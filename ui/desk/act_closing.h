// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that bring a ticket to its end: 办结, 回访, 归档.
#pragma once

#include "ui/desk/act_pages.h"

namespace yingda::ui {

ActPage* makeSolvePage(const ActSetting& setting, QWidget* parent);
ActPage* makeCallBackPage(QWidget* parent);
ActPage* makeArchivePage(const ActSetting& setting, QWidget* parent);

}  // namespace yingda::ui
