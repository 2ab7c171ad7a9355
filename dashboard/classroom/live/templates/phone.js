// Keeps the page of a phone up to date and sends its vote without a new page; without it, forms and reloads do the same.
"use strict";
(() => {
  const told = document.getElementById("told");
  const LOST = "No connection to the class. Trying again …";
  const NOT_SENT = "No connection: your vote is not counted. Tap again.";
  let main = document.querySelector("main");
  let timer = 0, failures = 0;

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
    try {
      const answer = await fetch(`${main.dataset.state}?seen=${main.dataset.stage}`, { cache: "no-store" });
      if (answer.status === 200) await show(await fetch(location.pathname, { cache: "no-store" }));
      // Nowhere: the room is gone, and the page says so.
      else if (answer.status === 404) await show(answer);
      else if (answer.status !== 204) throw new Error("not now");
      else if (failures) say("", false);
      failures = 0;
    } catch {
      failures += 1;
      if (failures > 1) say(LOST, true);
    }
    later();
  };

  document.addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.target, fields = new URLSearchParams(new FormData(form));
    if (event.submitter && event.submitter.name) fields.set(event.submitter.name, event.submitter.value);
    for (const button of form.querySelectorAll("button")) button.disabled = true;
    clearTimeout(timer);
    try {
      await show(await fetch(form.getAttribute("action"), { method: "POST", body: fields }));
      window.scrollTo(0, 0);
    } catch {
      for (const button of form.querySelectorAll("button")) button.disabled = false;
      say(NOT_SENT, true);
    }
    later();
  });

  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
  join();
  // The first question tells the class that this phone is there.
  timer = setTimeout(ask, 300 + 700 * Math.random());
})();
