// Replaces bevy_egui's fragment shader. egui means its colours to be blended as they are stored (gamma space), Bevy blends
// light (linear space). Converting colours already multiplied by their coverage makes the rims of light areas dark and
// text thin. Here the colour is converted without its coverage, and the coverage is bent so that the result comes close
// to what blending in gamma space gives: dark ink covers more, light ink less.

struct Transform {
    scale: vec2<f32>,
    translation: vec2<f32>,
}

struct VertexInput {
    @location(0) position: vec2<f32>,
    @location(1) uv: vec2<f32>,
    @location(2) color: vec4<f32>,
}

struct VertexOutput {
    @builtin(position) position: vec4<f32>,
    @location(0) color: vec4<f32>,
    @location(1) uv: vec2<f32>,
}

@group(0) @binding(0) var<uniform> transform: Transform;

#ifdef BINDLESS
@group(1) @binding(0) var image_texture: binding_array<texture_2d<f32>>;
@group(1) @binding(1) var image_sampler: binding_array<sampler>;
struct BindlessOffset {
    offset: u32,
};
var<immediate> offset: BindlessOffset;
#else
@group(1) @binding(0) var image_texture: texture_2d<f32>;
@group(1) @binding(1) var image_sampler: sampler;
#endif

fn linear_from_gamma_rgb(srgb: vec3<f32>) -> vec3<f32> {
    let cutoff = srgb < vec3<f32>(0.04045);
    let lower = srgb / vec3<f32>(12.92);
    let higher = pow((srgb + vec3<f32>(0.055)) / vec3<f32>(1.055), vec3<f32>(2.4));
    return select(higher, lower, cutoff);
}

fn gamma_from_linear_rgb(rgb: vec3<f32>) -> vec3<f32> {
    let cutoff = rgb < vec3<f32>(0.0031308);
    let lower = rgb * vec3<f32>(12.92);
    let higher = vec3<f32>(1.055) * pow(rgb, vec3<f32>(1.0 / 2.4)) - vec3<f32>(0.055);
    return select(higher, lower, cutoff);
}

@vertex
fn vs_main(in: VertexInput) -> VertexOutput {
    let position = in.position * transform.scale + transform.translation;
    return VertexOutput(vec4<f32>(position, 0.0, 1.0), in.color, in.uv);
}

@fragment
fn fs_main(in: VertexOutput) -> @location(0) vec4<f32> {
    #ifdef BINDLESS
    let image_texture = image_texture[offset.offset];
    let image_sampler = image_sampler[offset.offset];
    #endif

    let texel = textureSample(image_texture, image_sampler, in.uv);
    let premultiplied = vec4<f32>(gamma_from_linear_rgb(texel.rgb), texel.a) * in.color;
    let coverage = clamp(premultiplied.a, 0.0, 1.0);
    if coverage <= 0.0 {
        return vec4<f32>(linear_from_gamma_rgb(premultiplied.rgb), 0.0);
    }
    let ink = min(premultiplied.rgb / coverage, vec3<f32>(1.0));
    let lightness = dot(ink, vec3<f32>(0.299, 0.587, 0.114));
    let bent = mix(1.0 - pow(1.0 - coverage, 2.2), pow(coverage, 2.2), lightness);
    return vec4<f32>(linear_from_gamma_rgb(ink) * bent, bent);
}
