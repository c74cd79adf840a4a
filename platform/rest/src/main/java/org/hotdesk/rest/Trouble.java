package org.hotdesk.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;

import java.util.Locale;
import java.util.Optional;

/**
 * What went wrong, in both languages until it is known who reads it.
 *
 * @param code what programs and translations go by
 * @param field the input field at fault
 */
record Trouble(int status, String code, Words detail, Optional<String> field) {
    private static final MediaType TYPE = new MediaType("application", "problem+json");

    static Trouble of(int status, String code, Words detail) {
        return new Trouble(status, code, detail, Optional.empty());
    }

    static Trouble of(Fault fault) {
        return new Trouble(fault.category().status(), fault.code(), fault.words(), fault.field());
    }

    Problem in(Locale reader) {
        return new Problem(
                "/problems/" + code,
                title(status).in(reader),
                status,
                detail.in(reader),
                code,
                field);
    }

    Response response(Locale reader) {
        return Response.status(status)
                .type(TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, reader.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(in(reader))
                .build();
    }

    private static Words title(int status) {
        return switch (status) {
            case 400 -> new Words("无法读取请求", "The request cannot be read");
            case 401 -> new Words("未登录", "Not signed in");
            case 403 -> new Words("没有权限", "Not allowed");
            case 404 -> new Words("不存在", "Not found");
            case 405 -> new Words("此处不支持该操作", "This cannot be done here");
            case 406 -> new Words("没有这种格式", "Not available in this form");
            case 409 -> new Words("目前无法进行", "Not possible now");
            case 412 -> new Words("已被他人修改", "Changed meanwhile");
            case 413 -> new Words("内容过大", "Too large");
            case 415 -> new Words("格式不受支持", "Sent in a form that is not understood");
            case 422 -> new Words("输入不符合要求", "The input breaks a rule");
            case 428 -> new Words("请说明修改的是哪个版本", "Say which version you change");
            case 429 -> new Words("操作太频繁", "Too often");
            case 503 -> new Words("暂时不可用", "Not available now");
            default ->
                    status < 500
                            ? new Words("请求失败", "The request failed")
                            : new Words("服务器出错了", "Something went wrong here");
        };
    }
}
