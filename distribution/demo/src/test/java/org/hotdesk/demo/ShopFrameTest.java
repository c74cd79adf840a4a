package org.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShopFrameTest {
    private static final String FRAME =
            "<title>{{title-zh}}</title><a href=\"./\"{{index}}><a href=\"cart.html\"{{cart}}>"
                    + "<meta content=\"{{title-en}}\">{{main}}<footer>";

    @Test
    void a_page_stands_in_the_frame_under_its_titles() {
        String page = "<!-- title-zh: 购物车 -->\n<!-- title-en: Cart -->\n<main>2 × $3</main>";
        assertThat(new ShopFrame(FRAME).around("/cart.html", page))
                .isEqualTo(
                        "<title>购物车</title><a href=\"./\"><a href=\"cart.html\" aria-current=\"page\">"
                                + "<meta content=\"Cart\"><main>2 × $3</main><footer>");
    }
}
