# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the gate's tests import the gate's scripts."""
import os
import sys

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "scripts"))
