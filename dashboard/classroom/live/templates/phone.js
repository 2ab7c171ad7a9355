// Keeps the page of a phone up to date and sends its vote without a new page; without it, forms and reloads do the same.
"use strict";
(() => {
  const told = document.getElementById("told");
  const LOST = "No connection to the class. Trying again …";
  const NOT_SENT = "No connection: your vote is not counted. Tap again.";
  let main = document.querySelector("main");
  let timer = 0, failures = 0;
  // Of two things under way only the later one may change the page, and none while a vote is sent: an older answer
  // would show the page as it was before.
  let latest = 0, sending = false;

  const say = (words, seen) => {
    told.className = seen ? "seen" : "";
    if (told.textContent !== words) told.textContent = words;
  };

  // A slider beside each number; the number is what is sent.
  const join = () => {
    for (const pair of main.querySelectorAll(".pair")) {
      const [slider, number] = pair.querySelectorAll("input");
      slider.hidden = false;
      slider.addEventListener("input", () => { number.value = slider.value; });
      number.addEventListener("input", () => { if (number.value !== "") slider.value = number.value; });
    }
  };

  const show = async (answer) => {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("main");
    if (!next) throw new Error("no page");
    main.replaceWith(document.adoptNode(next));
    main = next;
    document.title = page.title;
    join();
    const heading = main.querySelector("h1");
    say([heading, ...main.querySelectorAll("[data-told]")].map((part) => (part ? part.textContent : "")).join(" "), false);
  };

  // Phones ask at different moments, and seldom while nobody looks.
  const later = () => {
    clearTimeout(timer);
    if (!main.dataset.state) return;
    const pause = document.hidden ? 15000 : 2000 + 1500 * Math.min(failures, 4);
    timer = setTimeout(ask, pause + 1000 * Math.random());
  };

  const ask = async () => {
    clearTimeout(timer);
    if (sending) return;
    const mine = ++latest;
    try {
      let answer = await fetch(`${main.dataset.state}?seen=${main.dataset.stage}`, { cache: "no-store" });
      // Nowhere (404): the room is gone, and the page says so.
      if (answer.status === 200) answer = await fetch(location.pathname, { cache: "no-store" });
      else if (answer.status !== 204 && answer.status !== 404) throw new Error("not now");
      if (mine !== latest) return;
      if (answer.status !== 204) await show(answer);
      else if (failures > 1) say("", false);
      failures = 0;
    } catch {
      if (mine !== latest) return;
      failures += 1;
      if (failures > 1) say(LOST, true);
    }
    later();
  };

  document.addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.target, fields = new URLSearchParams(new FormData(form)), buttons = form.querySelectorAll("button");
    if (event.submitter && event.submitter.name) fields.set(event.submitter.name, event.submitter.value);
    for (const button of buttons) button.disabled = true;
    clearTimeout(timer);
    latest += 1;
    sending = true;
    try {
      await show(await fetch(form.getAttribute("action"), { method: "POST", body: fields }));
      window.scrollTo(0, 0);
    } catch {
      for (const button of buttons) button.disabled = false;
      say(NOT_SENT, true);
    }
    sending = false;
    later();
  });

  document.addEventListener("visibilitychange", () => { if (!document.hidden && main.dataset.state) ask(); });
  join();
  // The first question tells the class that this phone is there.
  timer = setTimeout(ask, 300 + 700 * Math.random());
})();
