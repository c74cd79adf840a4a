package org.hotdesk.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;

import org.junit.jupiter.api.Test;

/** What people wrote arrives once and in order, whatever breaks in between. */
@InBrowser
final class BreaksIT {

    @Test
    void what_a_visitor_wrote_while_the_server_was_dead_arrives_once_and_in_order(Stage stage) {
        var agent = stage.agent("agent2", "en", Size.LAPTOP);
        agent.goOnline();
        var visitor = stage.visitor("en", Size.LAPTOP);
        visitor.openChat();
        visitor.write("The first line");
        agent.open("The first line");

        stage.server().kill();
        visitor.write("The second line");
        visitor.write("The third line");
        PlaywrightAssertions.assertThat(visitor.widget(".bar.on")).isVisible();
        PlaywrightAssertions.assertThat(visitor.widget(".pending")).hasCount(2);
        visitor.camera().look("widget-away");
        stage.server().startAgain();

        agent.hears("The third line");
        visitor.said("The first line", "The second line", "The third line");
        PlaywrightAssertions.assertThat(visitor.widget(".pending")).hasCount(0);
        agent.write("Here I am again.");
        visitor.hears("Here I am again.");
        visitor.page().reload();
        visitor.said("The first line", "The second line", "The third line");
        visitor.hears("Here I am again.");
        visitor.endChat();
    }

    @Test
    void a_visitor_without_a_network_writes_on(Stage stage) {
        var visitor = stage.visitor("zh-CN", Size.PHONE);
        var network = new Network(visitor.page());
        visitor.page().reload();
        visitor.openChat();
        visitor.write("在吗？");
        PlaywrightAssertions.assertThat(visitor.widget(".mine.sent, .mine.read")).hasCount(1);

        network.cut();
        visitor.write("我的网断了。");
        visitor.write("现在呢？");
        PlaywrightAssertions.assertThat(visitor.widget(".bar.on")).isVisible();
        visitor.camera().look("widget-offline");
        network.mend();

        PlaywrightAssertions.assertThat(visitor.widget(".pending")).hasCount(0);
        visitor.said("在吗？", "我的网断了。", "现在呢？");
    }

    @Test
    void two_tabs_of_a_visitor_show_the_same_chat(Stage stage) {
        var first = stage.visitor("en", Size.LAPTOP);
        var second = first.anotherTab(stage.server().url() + "/demo/orders.html");
        first.openChat();
        first.write("From the first tab");
        second.openChat();
        second.said("From the first tab");
        second.write("From the second tab");

        first.said("From the first tab", "From the second tab");
        second.said("From the first tab", "From the second tab");
    }
}
