import org.hotdesk.api.Words;
import org.hotdesk.api.extension.Extension;
import org.hotdesk.api.web.ConsolePanel;
import org.osgi.service.component.annotations.Component;

/** A card beside the conversation. */
@Component
@Extension("hello-panel")
public final class HelloPanel implements ConsolePanel {
    @Override
    public Slot slot() {
        return Slot.CONVERSATION_SIDE;
    }

    @Override
    public Words title() {
        return new Words("问候", "Greeting");
    }

    @Override
    public String module() {
        return "web/panel.js";
    }
}
