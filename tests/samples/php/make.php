<?php
// PHP's own prints of the identities. Run `php make.php` in this folder; it writes the .txt files here.
$secret = '3f9c0d5be1a24786d0c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a2918f0e7d6';

function printed(callable $print, $value): string {
    ob_start();
    $print($value);
    return ob_get_clean();
}

foreach (json_decode(file_get_contents(__DIR__ . '/../identities.json'), true) as $number => $identity) {
    $signed = (string) ($identity['external_id'] ?? $identity['email']);
    $payload = $identity + ['user_hash' => hash_hmac('sha256', $signed, $secret)];
    $write = fn ($way, $text) => file_put_contents(__DIR__ . "/$number-$way.txt", $text);
    $write('var_export', printed('var_export', $payload));
    $write('var_dump', printed('var_dump', $payload));
    $write('print_r', printed('print_r', $payload));
    $write('object-var_dump', printed('var_dump', (object) $payload));
    $write('object-var_export', printed('var_export', (object) $payload));
    $write('object-print_r', printed('print_r', (object) $payload));
    $write('nested-var_dump', "identify:\n" . printed('var_dump', ['visitor' => $payload, 'nul' => "a\0b"]));
    $write('code', "<?php\n\$payload = " . var_export($payload + ['nul' => "a\0b"], true) . ";\n");
}
