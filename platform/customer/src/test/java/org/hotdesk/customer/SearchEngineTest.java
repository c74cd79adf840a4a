package org.hotdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

class SearchEngineTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    baidu      | 扫地机器人   | https://www.baidu.com/s?ie=UTF-8&wd=%E6%89%AB%E5%9C%B0%E6%9C%BA%E5%99%A8%E4%BA%BA
                    baidu      | 退货 流程    | https://m.baidu.com/s?word=%E9%80%80%E8%B4%A7+%E6%B5%81%E7%A8%8B&sa=tb
                    baidu      | 在线客服     | http://www.baidu.com/s?wd=%D4%DA%CF%DF%BF%CD%B7%FE
                    baidu      | 在线客服     | http://www.baidu.com/s?ie=gb2312&word=%D4%DA%CF%DF%BF%CD%B7%FE&tn=site
                    baidu      | 联通         | http://www.baidu.com/s?wd=%C1%AA%CD%A8
                    sogou      | 空调维修     | https://www.sogou.com/web?query=%E7%A9%BA%E8%B0%83%E7%BB%B4%E4%BF%AE&ie=utf8
                    sogou      | 空调维修     | http://www.sogou.com/web?query=%BF%D5%B5%F7%CE%AC%D0%DE
                    sogou      | 空调         | https://wap.sogou.com/web/searchList.jsp?keyword=%E7%A9%BA%E8%B0%83
                    so         | 青禾商城     | https://www.so.com/s?q=%E9%9D%92%E7%A6%BE%E5%95%86%E5%9F%8E&src=srp
                    so         | 电饭煲       | http://www.haosou.com/s?ie=utf-8&q=%E7%94%B5%E9%A5%AD%E7%85%B2
                    toutiao    | 客服系统     | https://so.toutiao.com/search?keyword=%E5%AE%A2%E6%9C%8D%E7%B3%BB%E7%BB%9F&pd=synthesis
                    shenma     | 快递         | https://m.sm.cn/s?q=%E5%BF%AB%E9%80%92&from=smor
                    bing       | help desk    | https://www.bing.com/search?q=help+desk&form=QBLH
                    bing       | 客服         | https://cn.bing.com/search?q=%E5%AE%A2%E6%9C%8D
                    google     | green tea    | https://www.google.com/search?hl=en&q=green%20tea&oq=gr
                    google     | théière      | https://www.google.fr/search?q=th%C3%A9i%C3%A8re
                    google     | 緑茶         | https://www.google.co.jp/search?q=%E7%B7%91%E8%8C%B6
                    google     | 绿茶         | http://www.google.com.hk/search?ie=GB2312&q=%C2%CC%B2%E8
                    yahoo      | rice cooker  | https://search.yahoo.com/search?p=rice+cooker
                    yahoo      | 炊飯器       | https://search.yahoo.co.jp/search?p=%E7%82%8A%E9%A3%AF%E5%99%A8
                    yandex     | чай          | https://yandex.ru/search/?text=%D1%87%D0%B0%D0%B9&lr=213
                    yandex     | tea          | https://ya.ru/search/?text=tea
                    duckduckgo | best kettle  | https://duckduckgo.com/?q=best+kettle&ia=web
                    naver      | 전기밥솥     | https://search.naver.com/search.naver?query=%EC%A0%84%EA%B8%B0%EB%B0%A5%EC%86%A5
                    brave      | kettle       | https://search.brave.com/search?q=kettle
                    """)
    void tells_engine_and_keyword(String engine, String keyword, String url) {
        assertThat(engine(url)).contains(engine);
        assertThat(keyword(url)).contains(keyword);
    }

    @ParameterizedTest
    @CsvSource({
        "baidu, https://www.baidu.com/",
        "baidu, https://www.baidu.com/link?url=abcDEF123&eqid=9a8b",
        "baidu, https://www.baidu.com/s?wd=",
        "google, https://www.google.com/",
        "google, https://www.google.com/search?q=%20",
        "bing, https://cn.bing.com/",
        "duckduckgo, https://duckduckgo.com/",
        "yandex, https://yandex.com.tr/",
    })
    void knows_an_engine_that_keeps_the_keyword_to_itself(String engine, String url) {
        assertThat(engine(url)).contains(engine);
        assertThat(keyword(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://mail.google.com/mail/u/0/?q=x",
        "https://tieba.baidu.com/f?kw=x",
        "https://notbaidu.com/s?wd=x",
        "https://baidu.com.example.org/s?wd=x",
        "https://www.bing.com.evil.example/search?q=x",
        "https://shop.example.com/search?q=tea",
        "https://weibo.com/",
    })
    void takes_no_other_page_for_a_search_engine(String url) {
        assertThat(engine(url)).isEmpty();
    }

    @Test
    void a_keyword_of_nonsense_bytes_is_none() {
        assertThat(keyword("https://www.google.com/search?q=%FF%FF%FF")).isEmpty();
    }

    @Test
    void a_broken_escape_is_taken_as_it_stands() {
        assertThat(keyword("https://www.bing.com/search?q=100%25+or+50%")).contains("100% or 50%");
        assertThat(keyword("https://www.bing.com/search?q=%zz%4")).contains("%zz%4");
    }

    @Test
    void a_long_keyword_is_cut() {
        assertThat(keyword("https://www.bing.com/search?q=" + "茶".repeat(500)))
                .hasValueSatisfying(keyword -> assertThat(keyword).hasSize(200));
    }

    private static Optional<String> engine(String url) {
        return WebAddress.parse(url).flatMap(SearchEngine::of).map(SearchEngine::title);
    }

    private static Optional<String> keyword(String url) {
        WebAddress page = WebAddress.parse(url).orElseThrow();
        return SearchEngine.of(page).flatMap(engine -> engine.keyword(page));
    }
}
