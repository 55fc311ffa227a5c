import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.*;
import java.nio.file.*;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.*;
import java.util.stream.*;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wrong hashes as Java code makes them. Run `java Make.java` in this folder: it prints a JSON row for each row below.
 * The arguments are the given texts, as make_all.py hands them over: secret, previous, other, then names and values.
 */
public class Make {
    static final Charset UTF8 = StandardCharsets.UTF_8;
    static String secret, previous, other;
    static Map<String, String> values = new HashMap<>();
    static List<String> source;

    static byte[] mac(String algorithm, byte[] key, byte[] value) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return mac.doFinal(value);
    }
    static byte[] h(String key, String value) throws Exception { return mac("HmacSHA256", key.getBytes(UTF8), value.getBytes(UTF8)); }
    static String hex(byte[] bytes) { return HexFormat.of().formatHex(bytes); }
    static String base64(byte[] bytes) { return Base64.getEncoder().encodeToString(bytes); }
    static String each(byte[] bytes, java.util.function.IntFunction<String> shown) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) text.append(shown.apply(b));
        return text.toString();
    }
    static String get(String name) { return values.get(name); }

    static void row(String ids, String payload, String sent) {
        int line = Thread.currentThread().getStackTrace()[2].getLineNumber();
        String code = source.get(line - 1).strip();
        code = code.substring(code.indexOf("\", ", code.indexOf("\", ") + 3) + 3, code.length() - 2);
        System.out.println(String.join("\u0001", ids, payload, code, sent.replace("\n", "\u0002")));
    }

    public static void main(String[] arguments) throws Exception {
        source = Files.readAllLines(Path.of("Make.java"));
        List<String> given = Files.readAllLines(Path.of(arguments[0]));
        secret = given.get(0); previous = given.get(1); other = given.get(2);
        for (int at = 3; at + 1 < given.size(); at += 2) values.put(given.get(at), given.get(at + 1));
        String email = get("email"), mixed = get("mixed"), letters = get("letters"), marks = get("marks");

        row("", "email", HexFormat.of().formatHex(h(secret, email)));
        row("", "letters", String.format("%064x", new BigInteger(1, h(secret, letters))));
        row("value-case", "mixed", hex(h(secret, mixed.toLowerCase(Locale.ROOT))));
        row("value-whitespace", "email", hex(h(secret, email + System.lineSeparator())));
        row("value-charset", "letters", hex(mac("HmacSHA256", secret.getBytes(), letters.getBytes(StandardCharsets.ISO_8859_1))));
        row("value-charset", "letters", hex(mac("HmacSHA256", secret.getBytes(), letters.getBytes(StandardCharsets.US_ASCII))));
        row("value-charset", "email", hex(mac("HmacSHA256", secret.getBytes(), email.getBytes(StandardCharsets.UTF_16))));
        row("value-mojibake", "letters", hex(h(secret, new String(letters.getBytes(UTF8), StandardCharsets.ISO_8859_1))));
        row("value-unicode", "letters", hex(h(secret, Normalizer.normalize(letters, Normalizer.Form.NFD))));
        row("value-url-encoded", "mixed", hex(h(secret, URLEncoder.encode(mixed, UTF8))));
        row("value-url-encoded", "marks", hex(h(secret, URLEncoder.encode(marks, UTF8))));
        row("value-number", "number", hex(h(secret, String.valueOf(Double.parseDouble(get("number"))))));
        row("value-number", "small", hex(h(secret, String.valueOf(Double.parseDouble(get("small"))))));
        row("value-number", "zeros", hex(h(secret, String.valueOf(Long.parseLong(get("zeros"))))));
        row("value-number", "thousand", hex(h(secret, String.format(Locale.US, "%,d", Long.parseLong(get("thousand"))))));
        row("value-uuid", "uuid", hex(h(secret, UUID.fromString(get("uuid")).toString().replace("-", ""))));
        row("value-base64", "email", hex(h(secret, base64(email.getBytes(UTF8)))));
        row("value-literal", "email", hex(h(secret, String.valueOf((Object) null))));
        row("value-hashed", "email", hex(h(secret, hex(MessageDigest.getInstance("SHA-256").digest(email.getBytes(UTF8))))));
        row("key-previous", "email", hex(h(previous, email)));
        row("key-other-app", "email", hex(h(other, email)));
        row("key-hex-decoded", "email", hex(mac("HmacSHA256", HexFormat.of().parseHex(secret), email.getBytes(UTF8))));
        row("key-base64-decoded", "email", hex(mac("HmacSHA256", Base64.getDecoder().decode(secret), email.getBytes(UTF8))));
        row("key-base64", "email", hex(h(base64(secret.getBytes(UTF8)), email)));
        row("key-case", "email", hex(h(secret.toUpperCase(Locale.ROOT), email)));
        row("key-hashed", "email", hex(mac("HmacSHA256", MessageDigest.getInstance("SHA-256").digest(secret.getBytes()), email.getBytes())));
        row("key-literal", "email", hex(h(String.valueOf((Object) null), email)));
        row("arguments-swapped", "email", hex(h(email, secret)));
        row("wrong-algorithm", "email", hex(mac("HmacSHA1", secret.getBytes(), email.getBytes())));
        row("wrong-algorithm", "email", hex(mac("HmacMD5", secret.getBytes(), email.getBytes())));
        row("wrong-algorithm", "email", hex(mac("HmacSHA512", secret.getBytes(), email.getBytes())));
        row("plain-hash", "email", hex(MessageDigest.getInstance("SHA-256").digest(email.getBytes())));
        row("concatenated", "email", hex(MessageDigest.getInstance("SHA-256").digest((secret + email).getBytes())));
        row("hmac-of-hash", "email", hex(mac("HmacSHA256", secret.getBytes(), MessageDigest.getInstance("SHA-256").digest(email.getBytes()))));
        row("hmac-twice", "email", hex(mac("HmacSHA256", secret.getBytes(), h(secret, email))));
        row("digest-base64", "email", Base64.getEncoder().encodeToString(h(secret, email)));
        row("digest-base64", "plus", Base64.getUrlEncoder().withoutPadding().encodeToString(h(secret, get("plus"))));
        row("digest-base64", "email", Base64.getMimeEncoder(20, "\r\n".getBytes()).encodeToString(h(secret, email)).replace("\r", ""));
        row("digest-base64-of-hex", "email", base64(hex(h(secret, email)).getBytes()));
        row("digest-upper-case", "email", HexFormat.of().withUpperCase().formatHex(h(secret, email)));
        row("digest-upper-case", "email", String.format("%064X", new BigInteger(1, h(secret, email))));
        row("digest-zeros-lost", "lead", new BigInteger(1, h(secret, get("lead"))).toString(16));
        row("digest-zeros-lost", "minus", new BigInteger(h(secret, get("minus"))).toString(16));
        row("digest-zeros-lost", "thin", each(h(secret, get("thin")), b -> Integer.toHexString(b & 0xff)));
        row("digest-zeros-lost", "email", each(h(secret, email), b -> Integer.toHexString(b)));
        row("digest-zeros-lost", "email", each(h(secret, email), b -> String.format("%02x", (int) b)));
        row("digest-upper-case digest-zeros-lost", "minus", new BigInteger(h(secret, get("minus"))).toString(16).toUpperCase());
        row("digest-repr", "email", Arrays.toString(h(secret, email)));
        row("digest-repr", "email", Optional.of(hex(h(secret, email))).map(text -> "Optional[" + text + "]").get());
        row("digest-raw", "ascii", new String(h(secret, get("ascii")), StandardCharsets.ISO_8859_1));
        row("digest-raw", "ascii", new String(h(secret, get("ascii")), UTF8));
        row("value-case digest-base64", "mixed", base64(h(secret, mixed.toLowerCase(Locale.ROOT))));
        row("value-charset digest-zeros-lost", "letters", each(mac("HmacSHA256", secret.getBytes(), letters.getBytes(StandardCharsets.ISO_8859_1)), b -> Integer.toHexString(b)));
        row("key-hex-decoded digest-base64", "email", base64(mac("HmacSHA256", HexFormat.of().parseHex(secret), email.getBytes(UTF8))));
        row("arguments-swapped digest-repr", "email", Arrays.toString(h(email, secret)));
        row("key-previous digest-upper-case", "email", String.format("%064X", new BigInteger(1, h(previous, email))));
        row("value-literal key-literal", "email", hex(h("null", "null")));
        row("value-url-encoded key-hex-decoded digest-upper-case", "mixed", hex(mac("HmacSHA256", HexFormat.of().parseHex(secret), URLEncoder.encode(mixed, UTF8).getBytes())).toUpperCase());
    }
}
