package org.hotdesk.customer;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The search engines, the hosts of their result pages and the parameters that hold what was
 * searched for. Most withhold it nowadays; then the engine alone is known.
 *
 * @param title as in {@code Source}: lower-case, such as {@code baidu}
 */
record SearchEngine(String title, Pattern hosts, List<String> parameters) {
    private static final List<SearchEngine> ALL =
            List.of(
                    engine("baidu", "((www|www1|m|wap|image|news)\\.)?baidu\\.com", "wd", "word"),
                    engine("sogou", "((www|m|wap|weixin|pic)\\.)?sogou\\.com", "query", "keyword"),
                    engine("so", "((www|m|image|news)\\.)?(so|haosou)\\.com", "q"),
                    engine("toutiao", "(so|www|m)\\.toutiao\\.com", "keyword"),
                    engine("shenma", "((so|yz)\\.)?m\\.sm\\.cn", "q"),
                    engine("bing", "((www|cn|m|global)\\.)?bing\\.com", "q"),
                    engine(
                            "google",
                            "((www|images|m|cse)\\.)?google\\.(com|[a-z]{2}|com?\\.[a-z]{2})",
                            "q"),
                    engine("yahoo", "([a-z]+\\.)?search\\.yahoo\\.(com|co\\.jp)", "p"),
                    engine(
                            "yandex",
                            "((www|m)\\.)?(yandex\\.([a-z]{2,3}|com\\.[a-z]{2})|ya\\.ru)",
                            "text"),
                    engine("duckduckgo", "((www|html|lite)\\.)?duckduckgo\\.com", "q"),
                    engine("naver", "(m\\.)?search\\.naver\\.com", "query"),
                    engine("ecosia", "(www\\.)?ecosia\\.org", "q"),
                    engine("brave", "search\\.brave\\.com", "q"),
                    engine("startpage", "(www\\.)?startpage\\.com", "query", "q"),
                    engine("qwant", "((www|lite)\\.)?qwant\\.com", "q"));

    /** All Chinese encodings before Unicode read as this, which contains them. */
    private static final Charset CHINESE = Charset.forName("GB18030");

    private static final int LONGEST_KEYWORD = 200;

    private static SearchEngine engine(String title, String hosts, String... parameters) {
        return new SearchEngine(title, Pattern.compile(hosts), List.of(parameters));
    }

    /** The engine that this page belongs to; empty when it is none's. */
    static Optional<SearchEngine> of(WebAddress page) {
        return ALL.stream()
                .filter(engine -> engine.hosts.matcher(page.host()).matches())
                .findFirst();
    }

    /** What was searched for; empty when the engine does not tell. */
    Optional<String> keyword(WebAddress page) {
        QueryString query = page.parameters();
        return parameters.stream()
                .flatMap(parameter -> query.bytes(parameter).stream())
                .flatMap(bytes -> read(bytes, query).stream())
                .map(text -> Text.cut(text, LONGEST_KEYWORD))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Old links are in a Chinese encoding, whether they say so ({@code ie=gb2312}) or not. */
    private static Optional<String> read(byte[] bytes, QueryString query) {
        boolean saysChinese =
                Stream.of("ie", "inputencoding", "ei")
                        .flatMap(name -> query.text(name).stream())
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("gb"));
        Charset first = saysChinese ? CHINESE : StandardCharsets.UTF_8;
        Charset second = saysChinese ? StandardCharsets.UTF_8 : CHINESE;
        return QueryString.read(bytes, first).or(() -> QueryString.read(bytes, second));
    }
}
