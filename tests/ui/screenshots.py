# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of each view for docs/screenshots, from the real program on the sample district, in Vietnamese. Not a test:
tools/screenshots runs it."""

import os
import subprocess
import tempfile

import harness

FOLDER = os.environ.get("TD_SCREENSHOTS", "")
PASSPHRASE = "mau huyen nhu xuan"
DARK = {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}


class Camera:
    def __init__(self, app, tap):
        self.app = app
        self.tap = tap

    def take(self, name):
        """The active window, once two pictures of it are the same."""
        path = os.path.join(FOLDER, name + ".png")
        harness.poll(lambda: self._picture() == self._picture(), "the window to come to rest")
        with open(path, "wb") as file:
            file.write(self._picture())
        self.tap.check(os.path.getsize(path) > 0, path)

    def _picture(self):
        window = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, check=True, text=True).stdout
        return subprocess.run(["import", "-window", window.strip(), "-strip", "-define", "png:exclude-chunks=date,time",
                               "png:-"], capture_output=True, check=True).stdout


def unlock(app):
    app.wait_focus("Mật khẩu")
    app.type(PASSPHRASE)
    app.key("Return")
    app.wait("tiêu chí", "table row")


def go_to_unit(app, ending):
    app.walk_to("Tab", "tiêu chí")
    app.key("Home")
    app.walk_to("Down", ending)
    app.key("Return")
    app.wait_focus("Tiêu chí 1")


def show_units(app, camera):
    go_to_unit(app, "Đạt cả mười")
    camera.take("commune-met")
    app.key("ctrl+r")
    app.wait_focus("Các trang")
    camera.take("decision")
    app.key("alt+Left")
    app.wait_focus("Tiêu chí 1")
    app.key("alt+Left")
    go_to_unit(app, "Bãi Trành")
    app.key("Return")
    item = app.walk_to("Down", " · P")
    camera.take("commune")
    app.key("Return")
    app.wait("Đối tượng " + item.split(" · ")[1].split(".")[0], "frame")
    app.wait("Họ và tên")
    camera.take("row")
    app.key("Escape")
    app.key("ctrl+shift+r")
    app.wait_focus("Các trang")
    camera.take("notice")


def run(app, tap):
    camera = Camera(app, tap)
    with tempfile.TemporaryDirectory() as folder:
        sample = app.make_sample(os.path.join(folder, "nhu-xuan.tham-dinh"))
        try:
            app.start()
            app.wait("Mở huyện mẫu")
            camera.take("welcome")
            app.quit()
            app.start("--date", "30/11/2025", sample)
            app.wait_focus("Mật khẩu")
            camera.take("unlock")
            unlock(app)
            camera.take("district")
            app.key("ctrl+i")
            app.wait("Nhập từ đâu")
            camera.take("import")
            app.key("Escape")
            show_units(app, camera)
            app.quit()
            os.environ.update(DARK)
            app.start("--date", "30/11/2025", sample)
            unlock(app)
            camera.take("district-dark")
            app.quit()
        except harness.Failure as failure:
            tap.check(False, str(failure), "focus: " + app.focused())
        finally:
            app.kill()
