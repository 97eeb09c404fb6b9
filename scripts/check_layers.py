#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuses what the table of layers forbids: includes, links, cycles, and SQL or widgets in the wrong folder."""
import argparse
import os
import re
import sys

sys.dont_write_bytecode = True
from source_text import project_root, read_source, read_text, tracked_files

_CORE_LOW = ("core/domain", "core/text", "core/base")
_FEATURE = ("ui/desk", "ui/parts", "ui/kit", "core/service", "core/insight", "core/assist",
            "core/training", *_CORE_LOW)

# The table: a folder, and the folders it may include besides itself. Order is depth.
LAYERS = {
    "core/base": (),
    "core/text": ("core/base",),
    "core/domain": ("core/text", "core/base"),
    "core/assist": _CORE_LOW,
    "core/store": _CORE_LOW,
    "core/remote": ("core/domain", "core/base"),
    "core/telephony": _CORE_LOW,
    "core/exchange": _CORE_LOW,
    "core/sync": ("core/store", "core/remote", *_CORE_LOW),
    "core/insight": ("core/store", *_CORE_LOW),
    "core/training": ("core/assist", *_CORE_LOW),
    "core/service": ("core/sync", "core/insight", "core/training", "core/assist", "core/store",
                     "core/remote", "core/telephony", "core/exchange", *_CORE_LOW),
    "ui/kit": ("core/base",),
    "ui/parts": ("ui/kit", *_CORE_LOW),
    "ui/desk": ("ui/parts", "ui/kit", "core/service", "core/assist", *_CORE_LOW),
    "ui/workbench": _FEATURE,
    "ui/calls": _FEATURE,
    "ui/knowledge": _FEATURE,
    "ui/callbacks": _FEATURE,
    "ui/wallboard": _FEATURE,
    "ui/insight": _FEATURE,
    "ui/training": _FEATURE,
    "ui/admin": _FEATURE,
    "ui/sync": _FEATURE,
    "ui/shell": ("ui/kit", "ui/parts", "core/service", *_CORE_LOW),
}
# The composition root and the tests see everything.
FREE = ("app", "tests")
SQL_FOLDERS = ("core/store", "core/remote")
# Libraries that only some folders may link; a Qt library not named here is free.
LINK_HOMES = {
    "Qt6::Sql": SQL_FOLDERS,
    "Qt6::Charts": ("ui/wallboard", "ui/insight"),
    "Qt6::Multimedia": ("ui/calls", "ui/training", "ui/wallboard"),
}

_WIDGET_HEADERS = frozenset(
    """
QAbstractButton QAbstractGraphicsShapeItem QAbstractItemDelegate QAbstractItemView
QAbstractScrollArea QAbstractSlider QAbstractSpinBox QAccessibleWidget QApplication
QBoxLayout QButtonGroup QCalendarWidget QCheckBox QColorDialog QColormap QColumnView
QComboBox QCommandLinkButton QCommonStyle QCompleter QDataWidgetMapper QDateEdit
QDateTimeEdit QDial QDialog QDialogButtonBox QDockWidget QDoubleSpinBox QErrorMessage
QFileDialog QFileIconProvider QFocusFrame QFontComboBox QFontDialog QFormLayout QFrame
QGesture QGestureEvent QGestureRecognizer QGraphicsAnchor QGraphicsAnchorLayout
QGraphicsBlurEffect QGraphicsColorizeEffect QGraphicsDropShadowEffect QGraphicsEffect
QGraphicsEllipseItem QGraphicsGridLayout QGraphicsItem QGraphicsItemAnimation
QGraphicsItemGroup QGraphicsLayout QGraphicsLayoutItem QGraphicsLineItem
QGraphicsLinearLayout QGraphicsObject QGraphicsOpacityEffect QGraphicsPathItem
QGraphicsPixmapItem QGraphicsPolygonItem QGraphicsProxyWidget QGraphicsRectItem
QGraphicsRotation QGraphicsScale QGraphicsScene QGraphicsSceneContextMenuEvent
QGraphicsSceneDragDropEvent QGraphicsSceneEvent QGraphicsSceneHelpEvent
QGraphicsSceneHoverEvent QGraphicsSceneMouseEvent QGraphicsSceneMoveEvent
QGraphicsSceneResizeEvent QGraphicsSceneWheelEvent QGraphicsSimpleTextItem
QGraphicsTextItem QGraphicsTransform QGraphicsView QGraphicsWidget QGridLayout QGroupBox
QHBoxLayout QHeaderView QInputDialog QItemDelegate QItemEditorCreator
QItemEditorCreatorBase QItemEditorFactory QKeySequenceEdit QLCDNumber QLabel QLayout
QLayoutItem QLineEdit QListView QListWidget QListWidgetItem QMainWindow QMdiArea
QMdiSubWindow QMenu QMenuBar QMessageBox QPanGesture QPinchGesture QPlainTextDocumentLayout
QPlainTextEdit QProgressBar QProgressDialog QProxyStyle QPushButton QRadioButton
QRubberBand QScrollArea QScrollBar QScroller QScrollerProperties QSizeGrip QSizePolicy
QSlider QSpacerItem QSpinBox QSplashScreen QSplitter QSplitterHandle QStackedLayout
QStackedWidget QStandardItemEditorCreator QStatusBar QStyle QStyleFactory QStyleHintReturn
QStyleHintReturnMask QStyleHintReturnVariant QStyleOption QStyleOptionButton
QStyleOptionComboBox QStyleOptionComplex QStyleOptionDockWidget QStyleOptionFocusRect
QStyleOptionFrame QStyleOptionGraphicsItem QStyleOptionGroupBox QStyleOptionHeader
QStyleOptionHeaderV2 QStyleOptionMenuItem QStyleOptionProgressBar QStyleOptionRubberBand
QStyleOptionSizeGrip QStyleOptionSlider QStyleOptionSpinBox QStyleOptionTab
QStyleOptionTabBarBase QStyleOptionTabWidgetFrame QStyleOptionTitleBar QStyleOptionToolBar
QStyleOptionToolBox QStyleOptionToolButton QStyleOptionViewItem QStylePainter QStylePlugin
QStyledItemDelegate QSwipeGesture QSystemTrayIcon QTabBar QTabWidget QTableView
QTableWidget QTableWidgetItem QTableWidgetSelectionRange QTapAndHoldGesture QTapGesture
QTextBrowser QTextEdit QTileRules QTimeEdit QToolBar QToolBox QToolButton QToolTip
QTreeView QTreeWidget QTreeWidgetItem QTreeWidgetItemIterator QUndoView QVBoxLayout
QWhatsThis QWidget QWidgetAction QWidgetData QWidgetItem QWidgetItemV2 QWizard QWizardPage
""".split())

_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.M)
_SQL = re.compile(
    r"\bSELECT\s|\bINSERT\s+(?:OR\s+\w+\s+)?INTO\b|\bUPDATE\s+(?:OR\s+\w+\s+)?[\w\"%]+\s+SET\b"
    r"|\bDELETE\s+FROM\b|\bCREATE\s+(?:VIRTUAL\s+|TEMP\s+|UNIQUE\s+)?(?:TABLE|INDEX|TRIGGER|VIEW)\b")
_OWN_ROOTS = ("core/", "ui/", "app/", "tests/", "resources/")
_MODULE = re.compile(r"\byingda_module\s*\(\s*([^\s)]+)([^)]*)\)")
_LINK = re.compile(r"\btarget_link_libraries\s*\(\s*([^\s)]+)([^)]*)\)")
_CMAKE_COMMENT = re.compile(r"#[^\n]*")


def folder_of(path):
    """core/text/fold.cpp -> core/text; app/main.cpp -> app; None for what the table does not cover."""
    parts = path.split("/")
    if parts[0] in ("core", "ui") and len(parts) > 2:
        return "/".join(parts[:2])
    if parts[0] in FREE and len(parts) > 1:
        return parts[0]
    return None


def may_include(folder, other):
    if folder == other or folder in FREE:
        return True
    return other in LAYERS.get(folder, ())


def _include_problem(path, folder, quote, target):
    """One sentence on what is wrong with an include, or None."""
    top = target.split("/")[0]
    if target.startswith(_OWN_ROOTS):
        if quote == "<":
            return f'own header <{target}> is written in quotes'
        other = folder_of(target)
        if other is None:
            return f"{target} lies outside every folder of the table"
        if not may_include(folder, other):
            return f"{folder} may not include {other} ({target})"
        return None
    if quote == '"':
        stem = os.path.splitext(os.path.basename(path))[0]
        generated = target in (f"{stem}.moc", f"moc_{stem}.cpp")
        return None if generated else f'"{target}" is not written from the project root'
    if folder in FREE:
        if top == "QtSql" or target.startswith("QSql"):
            return None if folder == "tests" else f"<{target}>: Qt Sql is for {' and '.join(SQL_FOLDERS)}"
        return None
    if folder.startswith("core/") and (top == "QtWidgets" or target in _WIDGET_HEADERS):
        return f"<{target}>: core knows no widgets"
    if (top == "QtSql" or target.startswith("QSql")) and folder not in SQL_FOLDERS:
        return f"<{target}>: Qt Sql is for {' and '.join(SQL_FOLDERS)}"
    return None


def check_source(path, text):
    """Problems of one .h or .cpp as (line, sentence), and the own headers it includes."""
    folder = folder_of(path)
    if folder is None:
        return [], []
    problems, includes = [], []
    if folder not in LAYERS and folder not in FREE:
        problems.append((1, f"{folder} has no row in the table of layers"))
    source = read_source(text)
    for match in _INCLUDE.finditer(source.without_comments):
        target = match.group(2)
        if target.startswith(_OWN_ROOTS):
            includes.append(target)
        problem = _include_problem(path, folder, match.group(1), target)
        if problem:
            problems.append((source.line_of(match.start(1)), problem))
    if folder not in SQL_FOLDERS and folder != "tests":
        for literal in source.literals:
            found = _SQL.search(literal.value)
            if found:
                problems.append(
                    (literal.line, f"SQL text ({found.group().strip()} …) is for {' and '.join(SQL_FOLDERS)}"))
    return problems, includes


def _target_folder(target):
    """yingda_core_text -> core/text, or None for a library that is not a folder of ours."""
    for folder in LAYERS:
        if target == "yingda_" + folder.replace("/", "_"):
            return folder
    return None


def check_module(path, text):
    """Problems of one module.cmake: each library links only what its row allows."""
    here = os.path.dirname(path)
    text = _CMAKE_COMMENT.sub(lambda m: " " * len(m.group()), text)
    problems = []
    edges = []
    for match in _MODULE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        name = match.group(1)
        if name != here:
            problems.append((line, f"yingda_module({name}) stands in {here}"))
        if name not in LAYERS:
            problems.append((line, f"{name} has no row in the table of layers"))
        words = match.group(2).split()
        links = words[words.index("LINK") + 1 :] if "LINK" in words else []
        links = links[: links.index("SOURCES")] if "SOURCES" in links else links
        edges += [(line, name, link) for link in links]
    for match in _LINK.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        name = _target_folder(match.group(1))
        if name:
            edges += [(line, name, link) for link in match.group(2).split()]
    for line, name, link in edges:
        other = _target_folder(link)
        if other and not may_include(name, other):
            problems.append((line, f"{name} may not link {other}"))
        elif link == "Qt6::Widgets" and name.startswith("core/"):
            problems.append((line, f"{name} may not link Qt6::Widgets: core knows no widgets"))
        elif link in LINK_HOMES and name not in LINK_HOMES[link]:
            problems.append((line, f"{name} may not link {link}: it is for {' and '.join(LINK_HOMES[link])}"))
    return problems


def find_cycle(graph):
    """A list of files that include each other in a ring, the first repeated at the end; None without one."""
    state = {}
    for start in sorted(graph):
        if start in state:
            continue
        path = []
        stack = [(start, iter(sorted(graph.get(start, ()))))]
        state[start] = "open"
        path.append(start)
        while stack:
            node, rest = stack[-1]
            for other in rest:
                if other not in graph:
                    continue
                if state.get(other) == "open":
                    return path[path.index(other) :] + [other]
                if other not in state:
                    state[other] = "open"
                    path.append(other)
                    stack.append((other, iter(sorted(graph[other]))))
                    break
            else:
                state[node] = "done"
                path.pop()
                stack.pop()
    return None


def check_tree(root, paths):
    """All problems of the given files, as lines "path:line: sentence"."""
    problems, graph = [], {}
    for path in paths:
        if path.endswith((".h", ".cpp")):
            text = read_text(root, path)
            if text is None:
                problems.append(f"{path}:1: is not UTF-8")
                continue
            found, graph[path] = check_source(path, text)
        elif os.path.basename(path) == "module.cmake" and path.split("/")[0] in ("core", "ui"):
            found = check_module(path, read_text(root, path) or "")
        else:
            continue
        problems += [f"{path}:{line}: {sentence}" for line, sentence in found]
    cycle = find_cycle(graph)
    if cycle:
        problems.append(f"{cycle[0]}:1: include cycle: {' -> '.join(cycle)}")
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", default=project_root(), help="the project to look at")
    arguments = parser.parse_args()
    problems = check_tree(arguments.root, tracked_files(arguments.root))
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
