// SPDX-License-Identifier: GPL-3.0-or-later
// The defaults of a page without a name of its own.
#include "ui/kit/page.h"

namespace yingda::ui {

QString Page::id() const { return objectName(); }

QString Page::title() const { return windowTitle(); }

QString Page::keyId() const { return {}; }

}  // namespace yingda::ui
