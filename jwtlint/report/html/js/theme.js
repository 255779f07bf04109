// Light or dark: as the system has it, or as it was chosen.

const DARK = matchMedia("(prefers-color-scheme: dark)");
const STORED = "jwtlint-theme";
let theme = stored();

function stored() {
  try {
    return localStorage.getItem(STORED) || "auto";
  } catch {
    return "auto"; // A browser may keep nothing for files from disk.
  }
}

function showTheme() {
  const dark = theme === "dark" || (theme === "auto" && DARK.matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
  }
}

function makeTheme() {
  DARK.addEventListener("change", showTheme);
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.addEventListener("click", () => {
      theme = button.dataset.themeChoice;
      try {
        localStorage.setItem(STORED, theme);
      } catch {
        // It holds until the page is closed.
      }
      showTheme();
    });
  }
  showTheme();
}
