"""The live class: questions, the file that keeps the votes, the pages of the phones and the door to the network.

Nothing in this folder knows the screen of the teacher: `dashboard/classroom/live_panel.py` shows what is here.
"""
