import { greeting } from "./greeting.js";

export function mount(element, context) {
    const line = document.createElement("p");
    line.dataset.test = "hello-panel";
    line.textContent = greeting;
    element.append(line);
    return {
        update() {},
        unmount() {
            line.remove();
        },
    };
}
