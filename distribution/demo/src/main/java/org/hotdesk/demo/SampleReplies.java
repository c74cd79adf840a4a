package org.hotdesk.demo;

import org.hotdesk.api.conversation.QuickReplies;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;

/** Adds quick replies for everybody at the shop, unless there are some. */
@Component(service = SampleReplies.class, immediate = true)
public final class SampleReplies {
    private static final Logger LOG = LoggerFactory.getLogger(SampleReplies.class);

    private static final List<QuickReplies.Details> REPLIES =
            List.of(
                    shared("nihao", "问候", "您好，{{customer.name}}，我是{{agent.name}}，请问有什么可以帮您？"),
                    shared("fahuo", "发货时间", "工作日 16:00 前付款的订单当天发出，之后的次日发出，通常 2 至 4 天送达。"),
                    shared("tuihuo", "退货", "收到商品 7 天内、不影响再次销售的都可以退。请告诉我订单号，我来为您登记。"),
                    shared("shaodeng", "请稍等", "好的，我查一下，请稍等两分钟。"),
                    shared("zaijian", "结束语", "感谢您的咨询，祝您生活愉快！"),
                    shared(
                            "hello",
                            "Greeting",
                            "Hello {{customer.name}}, this is {{agent.name}}. How can I help you?"),
                    shared(
                            "delivery",
                            "Delivery time",
                            "Orders paid before 16:00 on a working day leave the same day, later ones"
                                    + " the next; most arrive within 2 to 4 days."),
                    shared(
                            "returns",
                            "Returns",
                            "You can send anything back within 7 days if it can be sold again. Tell me"
                                    + " your order number and I will register it."),
                    shared("moment", "One moment", "Let me look that up; two minutes, please."),
                    shared("bye", "Goodbye", "Thank you for asking us, and have a good day!"));

    @Activate
    public SampleReplies(@Reference QuickReplies replies) {
        Thread.ofVirtual().name("demo-replies").start(() -> addTo(replies));
    }

    private static void addTo(QuickReplies replies) {
        try {
            if (replies.list(Accounts.ACTOR).isEmpty()) {
                REPLIES.forEach(each -> replies.add(Accounts.ACTOR, each));
            }
        } catch (RuntimeException failure) {
            LOG.error("The sample quick replies could not be made.", failure);
        }
    }

    private static QuickReplies.Details shared(String shortcut, String title, String text) {
        return new QuickReplies.Details(false, Optional.empty(), shortcut, title, text);
    }
}
